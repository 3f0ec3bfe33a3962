using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>
/// The edge's folder, held open, as names of sockets have room for 107 characters only and paths are longer: what lies in it has a short name through the handle.
/// nginx does it by names relative to the folder, in which it runs.
/// </summary>
internal sealed class FolderHandle(EdgeFolder folder) : IDisposable
{
    /// <summary><c>O_PATH | O_CLOEXEC</c>, the same on all of Linux's architectures that .NET runs on.</summary>
    private const int OnlyAsPath = 0x200000 | 0x80000;

    private readonly Lazy<SafeFileHandle> _handle = new(() => Open(folder.Root));

    /// <param name="name">Of a socket in the folder.</param>
    public string PathOf(string name) => $"/proc/self/fd/{_handle.Value.DangerousGetHandle()}/{name}";

    public void Dispose()
    {
        if (_handle.IsValueCreated)
            _handle.Value.Dispose();
    }

    private static SafeFileHandle Open(string path)
    {
        var descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), OnlyAsPath);
        return descriptor >= 0 ? new(descriptor, ownsHandle: true) : throw new IOException($"Cannot open {path}: error {Marshal.GetLastPInvokeError()}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);
}
