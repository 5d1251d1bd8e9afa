namespace Kommunebro.Identity.Pages;

/// <summary>The document around every page: its files, its title, and what it is for.</summary>
public sealed partial class Document : PageParts;
