namespace Streamix.Discovery.Index.Writing;

/// <summary>One whole index.</summary>
/// <param name="Name">As the engine calls it.</param>
/// <param name="State">What it is for.</param>
/// <param name="Format">The version of its layout; an index of another version than <see cref="IndexFormat.Current"/> should be rebuilt.</param>
/// <param name="Titles">How many titles can be found in it.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record IndexGeneration(string Name, GenerationState State, int Format, long Titles, DateTimeOffset CreatedAt);

/// <summary>What a generation is for.</summary>
public enum GenerationState
{
    /// <summary>Being filled beside the live one.</summary>
    Building,

    /// <summary>The one that is searched.</summary>
    Live,

    /// <summary>Was live before; not written any more.</summary>
    Retired,
}

/// <summary>The version of the layout that this code writes.</summary>
public static class IndexFormat
{
    /// <summary>Raised with every change of mappings, analyzers or tables.</summary>
    public const int Current = 1;
}
