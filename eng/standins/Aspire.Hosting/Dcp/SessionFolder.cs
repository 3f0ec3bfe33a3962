namespace Aspire.Hosting.Dcp;

/// <summary>The folder, readable by its owner only, that one run of DCP keeps its files in. DCP removes it when it ends.</summary>
internal sealed class SessionFolder
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = Directory.CreateTempSubdirectory("aspire-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file that nobody but the owner may read.</summary>
    public string Write(string name, string content)
    {
        var path = File(name);
        using var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OperatingSystem.IsWindows() ? null : OwnerFile,
        });
        using var writer = new StreamWriter(stream);
        writer.Write(content);
        return path;
    }

    public void Remove()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // DCP was quicker.
        }
        catch (IOException)
        {
            // DCP is at it.
        }
    }
}
