using Streamix.Testing;

namespace Streamix.Platform.Tests.Media;

/// <summary>Films and pretenders by <c>eng/demo/make-media</c>, in a folder of their own.</summary>
internal sealed class MadeFiles : IDisposable
{
    private readonly string _folder = Repository.PathOf(".streamix", "test", $"made-{Guid.NewGuid():n}"[..20]);

    /// <summary>Makes one at a time; the last one is gone then.</summary>
    /// <returns>Its name with an extension, and its bytes.</returns>
    public async Task<(string Name, byte[] Bytes)> MakeAsync(string name, bool full = false)
    {
        Dispose();
        await Tools.RunAsync(Repository.PathOf("eng", "demo", "make-media"), [_folder, name, .. full ? ["--full"] : Array.Empty<string>()]);
        var file = Directory.EnumerateFiles(_folder, $"{name}.*", SearchOption.AllDirectories).Single(file => !file.EndsWith(".txt", StringComparison.Ordinal));
        return (Path.GetFileName(file), await File.ReadAllBytesAsync(file));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
