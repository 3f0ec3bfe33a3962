using System.IO.Compression;
using System.Text;

namespace Streamix.Frontend.Tests;

/// <summary>A folder as Vite leaves it.</summary>
internal sealed class BuiltApp
{
    public const string Script = "console.log('the whole script, long enough to be worth compressing');";

    public BuiltApp(bool built = true)
    {
        Root = Path.Combine(TestFolders.New("pages-"), "dist");
        if (!built) return;
        Build();
    }

    public string Root { get; }

    public void Build(string title = "Streamix")
    {
        Write("index.html", $"""
            <!doctype html><html><head><title>{title}</title><meta property="csp-nonce" nonce="__CSP_NONCE__">
            <script type="module" nonce="__CSP_NONCE__" src="/assets/index-Ab12.js"></script></head><body></body></html>
            """);
        Write("assets/index-Ab12.js", Script);
        Compress("assets/index-Ab12.js", "br", stream => new BrotliStream(stream, CompressionLevel.Optimal));
        Compress("assets/index-Ab12.js", "gz", stream => new GZipStream(stream, CompressionLevel.Optimal));
        Write("assets/index-Cd34.css", "body{}");
        Write("sw.js", "self.addEventListener('fetch', () => {});");
        Write("app.webmanifest", "{}");
        Write("icon.svg", "<svg/>");
        Write(".vite/manifest.json", "{}");
        File.WriteAllText(Path.Combine(Root, "..", "secret.txt"), "not of the app");
    }

    public void Write(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private void Compress(string path, string ending, Func<Stream, Stream> into)
    {
        using var file = File.Create(Path.Combine(Root, $"{path}.{ending}"));
        using var stream = into(file);
        stream.Write(Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Root, path))));
    }
}
