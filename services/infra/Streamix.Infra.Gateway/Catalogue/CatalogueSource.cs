namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>A text of the catalogue and the name under which its errors are told.</summary>
public sealed record CatalogueSource(string Name, string Json);
