namespace Streamix.Testing;

/// <summary>Folders for the whole run.</summary>
public static class TestFolders
{
    /// <summary>An empty folder that goes with this process.</summary>
    public static string New(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TryDelete(folder);
        return folder;
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A server of this process has just written into it; results are no worse for that.
        }
    }
}
