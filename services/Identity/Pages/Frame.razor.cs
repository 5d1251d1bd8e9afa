namespace Kommunebro.Identity.Pages;

/// <summary>A page with a form: what is wrong, the form around its fields, languages.</summary>
public sealed partial class Frame : PageParts;
