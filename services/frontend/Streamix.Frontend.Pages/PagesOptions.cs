using System.ComponentModel.DataAnnotations;

namespace Streamix.Frontend.Pages;

/// <summary>Section <c>Pages</c>.</summary>
public sealed class PagesOptions
{
    public const string Section = "Pages";

    /// <summary>The folder of the built app; relative to this host's own.</summary>
    [Required]
    public string Root { get; set; } = "";

    /// <summary>Where the app lies on its site: <c>/</c> or <c>/admin</c>.</summary>
    public string Base { get; set; } = "/";

    public PageOrigins Origins { get; set; } = new();
}

/// <summary>Other sites that the app's pages talk to, each as <c>scheme://host[:port]</c>; an empty one is nobody.</summary>
public sealed class PageOrigins
{
    /// <summary>Films, their pictures and playlists come from there.</summary>
    public List<string> Media { get; set; } = [];

    /// <summary>Files are sent there.</summary>
    public List<string> Uploads { get; set; } = [];
}
