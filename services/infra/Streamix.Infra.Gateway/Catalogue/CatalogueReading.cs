namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Either a catalogue or the reasons why there is none.</summary>
public sealed record CatalogueReading(RouteCatalogue? Catalogue, IReadOnlyList<CatalogueError> Errors);
