using System.Security.Cryptography;
using System.Text;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Edge.Caches;

/// <summary>nginx's cache as it lies on the disk: a file for each object, named by the MD5 of its key, with the key in its head.</summary>
internal sealed class CacheFolder(EdgeFolder folder)
{
    private const int HeadBytes = 2048;

    /// <summary>While it is fetched, an object has a name that goes on after a dot.</summary>
    private const int NameLength = 32;

    private static readonly byte[] KeyMark = "\nKEY: "u8.ToArray();

    /// <summary>With <c>levels=1:2</c>.</summary>
    public string PathOf(string key)
    {
        // Not for secrecy: nginx names its files so.
#pragma warning disable CA5351
        var name = Convert.ToHexStringLower(MD5.HashData(Encoding.ASCII.GetBytes(key)));
#pragma warning restore CA5351
        return $"{folder.Cache}/{name[^1]}/{name[^3..^1]}/{name}";
    }

    public long Bytes() => Files(folder.Cache).Sum(Length);

    /// <summary>What an nginx that was killed was fetching: how many.</summary>
    public int DropUnfinished()
    {
        var halves = Files(folder.Cache).Where(path => Path.GetFileName(path).Length > NameLength).Concat(Files(folder.Temporary)).ToList();
        halves.ForEach(File.Delete);
        return halves.Count;
    }

    /// <summary>Forgets one object; its bytes, or null when it was not there. nginx fetches it anew when somebody asks.</summary>
    public static long? Drop(string path)
    {
        var length = Length(path);
        if (!File.Exists(path))
            return null;
        File.Delete(path);
        return length;
    }

    /// <summary>Files and keys of all objects.</summary>
    public IEnumerable<(string Path, string Key)> Objects()
    {
        foreach (var path in Files(folder.Cache))
            if (KeyOf(path) is { } key)
                yield return (path, key);
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true });

    private static string? KeyOf(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[HeadBytes];
            var read = head.AsSpan(0, file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false));
            var start = read.IndexOf(KeyMark);
            if (start < 0)
                return null;
            var rest = read[(start + KeyMark.Length)..];
            var end = rest.IndexOf((byte)'\n');
            return end < 0 ? null : Encoding.ASCII.GetString(rest[..end]);
        }
        catch (IOException)
        {
            // nginx has dropped it meanwhile.
            return null;
        }
    }

    private static long Length(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
