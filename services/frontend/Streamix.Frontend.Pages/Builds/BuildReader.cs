using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Streamix.Frontend.Pages.Builds;

/// <summary>Reads the folder of a built app.</summary>
internal static class BuildReader
{
    private const string Page = "index.html";
    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".webmanifest"] = "application/manifest+json", [".js"] = "text/javascript", [".mjs"] = "text/javascript", [".map"] = "application/json" } };

    /// <returns>Null where no built app is.</returns>
    public static Build? Read(string root)
    {
        var files = Files(root).ToDictionary(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'), StringComparer.Ordinal);
        if (!files.TryGetValue(Page, out var page)) return null;
        var assets = files.Where(file => !IsForm(file.Key, files.Keys) && file.Key != Page).Select(file => Asset(file.Key, file.Value, files));
        return new(new PageTemplate(File.ReadAllText(page.FullName, Encoding.UTF8)), assets.ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal));
    }

    /// <summary>Another one after any change of any file.</summary>
    public static string Signature(string root) => string.Join('\n', Files(root).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));

    /// <summary>Without what tools keep for themselves in folders that begin with a dot.</summary>
    private static IEnumerable<FileInfo> Files(string root) => Directory.Exists(root)
        ? new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(root, file.FullName).Split('/', '\\').Any(part => part.StartsWith('.')))
        : [];

    private static bool IsForm(string path, ICollection<string> all) =>
        (path.EndsWith(".br", StringComparison.Ordinal) || path.EndsWith(".gz", StringComparison.Ordinal)) && all.Contains(path[..^3]);

    private static Asset Asset(string path, FileInfo file, Dictionary<string, FileInfo> files)
    {
        var content = File.ReadAllBytes(file.FullName);
        var tag = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12));
        return new(path, TypeOf(path), file.LastWriteTimeUtc, new(content, new($"\"{tag}\"")), Form(path, "br", tag, files), Form(path, "gz", tag, files));
    }

    private static AssetForm? Form(string path, string ending, string tag, Dictionary<string, FileInfo> files) =>
        files.TryGetValue($"{path}.{ending}", out var file) ? new(File.ReadAllBytes(file.FullName), new EntityTagHeaderValue($"\"{tag}-{ending}\"")) : null;

    private static string TypeOf(string path)
    {
        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
    }
}
