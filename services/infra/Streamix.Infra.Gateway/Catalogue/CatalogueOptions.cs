namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Where the catalogue is: <c>Gateway:Catalogue</c>. The section <c>Gateway:Routes</c> is read as well.</summary>
public sealed class CatalogueOptions
{
    public const string Section = "Gateway:Catalogue";
    public const string RoutesSection = "Gateway:Routes";

    /// <summary>Folder of *.json files, relative to the content root.</summary>
    public string Folder { get; set; } = "Routes";

    /// <summary>How long a change must have settled before it is read: an editor writes a file in several steps.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often the folder is looked at even without a notice: mounted folders give none.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(30);
}
