using System.Globalization;

namespace Streamix.Media.Transcoder.Pipeline.Sandbox;

/// <summary>The working directory of one run of a tool. The tool dies when it is disposed of, or when this process does.</summary>
internal sealed class Cell : IDisposable
{
    public Cell(string scratch, string tool, Limits limits, int nice)
    {
        Folder = Directory.CreateDirectory(Path.Combine(scratch, $"cell-{Guid.CreateVersion7():n}")).FullName;
        File.WriteAllText(Path.Combine(Folder, "cell.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            tool={Quoted(tool)}
            seconds={(long)Math.Ceiling(limits.Time.TotalSeconds)}
            processor_seconds={(long)Math.Ceiling(limits.Processor.TotalSeconds)}
            memory_kb={limits.MemoryBytes / 1024}
            file_blocks={limits.FileBytes / 512}
            nice={nice}
            owner={Environment.ProcessId}

            """));
    }

    /// <summary>The scripts that put a tool into its cell.</summary>
    public static string Tools { get; } = Path.Combine(AppContext.BaseDirectory, "Pipeline", "Sandbox", "Tools");

    public string Folder { get; }

    public bool Expired => File.Exists(Path.Combine(Folder, "expired"));

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A tool that is about to die wrote once more; what it still needs to die is that this file is gone.
            File.Delete(Path.Combine(Folder, "cell.conf"));
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", """'\''""", StringComparison.Ordinal)}'";
}
