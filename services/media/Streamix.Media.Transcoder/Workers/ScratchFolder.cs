namespace Streamix.Media.Transcoder.Workers;

/// <summary>A folder that goes when it is not needed any more.</summary>
internal sealed class ScratchFolder(string path, Action delete) : IDisposable
{
    private Action? _delete = delete;

    public string Path { get; } = path;

    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => Interlocked.Exchange(ref _delete, null)?.Invoke();
}
