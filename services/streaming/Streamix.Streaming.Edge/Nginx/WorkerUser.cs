using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>
/// Whom nginx's workers are where this process is root: somebody who owns the cache and nothing else. The rest of the folder stays root's, as nginx's master reads
/// its configuration there.
/// </summary>
internal sealed record WorkerUser(string Name, string Group, uint Id, uint GroupId)
{
    private const uint Unchanged = uint.MaxValue;

    /// <summary><c>ENOENT</c>: an nginx that is still ending may drop what it has cached.</summary>
    private const int NoSuchFile = 2;

    private const UnixFileMode OfOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly string[] Names = ["www-data", "nginx", "nobody"];

    /// <summary>Null where this process is not root; where there is nobody of these; where folders above let nobody else through.</summary>
    public static WorkerUser? For(EdgeFolder folder) =>
        Environment.IsPrivilegedProcess && IsReachable(folder.Root) ? Find([.. File.ReadLines("/etc/passwd")], [.. File.ReadLines("/etc/group")]) : null;

    internal static WorkerUser? Find(IReadOnlyList<string> users, IReadOnlyList<string> groups)
    {
        var known = users.Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToLookup(fields => fields[0], StringComparer.Ordinal);
        var byId = groups.Select(line => line.Split(':')).Where(fields => fields.Length > 2).ToLookup(fields => fields[2], fields => fields[0], StringComparer.Ordinal);
        return Names.SelectMany(name => known[name]).Where(user => byId[user[3]].Any())
            .Select(user => new WorkerUser(user[0], byId[user[3]].First(), uint.Parse(user[2], CultureInfo.InvariantCulture), uint.Parse(user[3], CultureInfo.InvariantCulture))).FirstOrDefault();
    }

    /// <summary>Lets the workers to what they need: their own the cache, only to pass through the folder itself.</summary>
    public void Admit(EdgeFolder folder)
    {
        foreach (var passed in (string[])[folder.Root, folder.Denied])
        {
            Own(passed, Unchanged);
            File.SetUnixFileMode(passed, OfOwner | UnixFileMode.GroupExecute);
        }

        Own(folder.OriginSocket, Unchanged);
        File.SetUnixFileMode(folder.OriginSocket, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        foreach (var own in (string[])[folder.Cache, folder.Temporary])
        {
            Own(own, Id);
            foreach (var entry in Directory.EnumerateFileSystemEntries(own, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
                Own(entry, Id);
        }
    }

    private static bool IsReachable(string folder)
    {
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
            if (!File.GetUnixFileMode(above).HasFlag(UnixFileMode.OtherExecute))
                return false;
        return true;
    }

    private void Own(string path, uint user)
    {
        if (ChangeOwner(Encoding.UTF8.GetBytes(path + '\0'), user, GroupId) != 0 && Marshal.GetLastPInvokeError() != NoSuchFile)
            throw new IOException($"Cannot give {path} to {Name}: error {Marshal.GetLastPInvokeError()}");
    }

    [DllImport("libc", EntryPoint = "lchown", SetLastError = true)]
    private static extern int ChangeOwner(byte[] path, uint user, uint group);
}
