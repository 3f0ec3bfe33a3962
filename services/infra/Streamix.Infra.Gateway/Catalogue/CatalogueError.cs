namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>What is wrong and where, in the words of the file.</summary>
public sealed record CatalogueError(string Source, string Where, string Message)
{
    public override string ToString() => Where.Length == 0 ? $"{Source}: {Message}" : $"{Source}: {Where}: {Message}";
}
