"""What the stages stand on when Airflow runs them: state, staged files, windows, failures, the run's account."""
