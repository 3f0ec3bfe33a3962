namespace Streamix.Testing;

/// <summary>Where this checkout lies.</summary>
public static class Repository
{
    /// <summary>The folder that holds Streamix.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Streamix.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No Streamix.sln above {from}.");
    }
}
