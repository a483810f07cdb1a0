// Inside Airflow's UI, follow its light or dark theme; opened alone, the style sheet follows the system.
if (window.parent !== window) {
  const outer = window.parent.document.documentElement;
  const follow = () => {
    const themes = ["light", "dark"].filter((name) => outer.classList.contains(name));
    document.documentElement.className = themes.join(" ");
  };
  follow();
  new MutationObserver(follow).observe(outer, { attributeFilter: ["class"] });
}
