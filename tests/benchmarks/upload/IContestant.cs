namespace Streamix.Benchmarks.Upload;

/// <summary>A way to get the file into the store.</summary>
internal interface IContestant
{
    string Name { get; }

    Task SendAsync();
}

/// <summary>How parts are sent, by whoever sends them.</summary>
/// <param name="AtOnce">Parts under way at the same time.</param>
/// <param name="Hashed">Each with its SHA-256, which the store checks.</param>
internal readonly record struct Manner(int AtOnce, bool Hashed)
{
    public override string ToString() => $"parts of {SourceFile.PartBytes >> 20} MiB, {AtOnce} at once{(Hashed ? ", SHA-256" : "")}";
}
