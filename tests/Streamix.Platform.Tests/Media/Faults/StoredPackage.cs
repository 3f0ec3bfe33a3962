using System.Text.Json;
using Shouldly;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>A package as a player gets it: whole, with nothing besides, and every rendition with every frame.</summary>
internal sealed class StoredPackage(Shelf shelf, ContentKeys keys)
{
    /// <summary>How many objects it has.</summary>
    public async Task<int> CheckAsync(Film film)
    {
        var package = film.View.GetProperty("package");
        var prefix = package.GetProperty("prefix").GetString()!;
        var objects = await shelf.ListAsync(prefix);
        var folder = Repository.PathOf(".streamix", "test", $"package-{film.Asset:n}");
        try
        {
            await shelf.CopyAsync(prefix, objects.Keys, folder);
            IsWhole(folder, prefix, package, objects, film.Name);
            foreach (var rendition in package.GetProperty("video").EnumerateArray())
                (await FramesAsync(folder, rendition, film)).ShouldBe(film.Frames, $"{film.Name} {rendition}");
            if (!film.IsProtected)
                foreach (var manifest in (string[])["hls", "dash"])
                    (await Tools.FramesAsync(Path.Combine(folder, package.GetProperty(manifest).GetString()!))).ShouldBe(film.Frames, $"{film.Name} {manifest}");
            return objects.Count;
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private static void IsWhole(string folder, string prefix, JsonElement package, Dictionary<string, long> objects, string who)
    {
        string[] roots = [.. ((string[])["hls", "hlsClearKey", "dash", "poster", "thumbnails", "preview"]).Select(name => package.GetProperty(name).GetString()).OfType<string>()];
        var named = NamedFiles.Of(folder, roots).Select(name => prefix + name).ToHashSet(StringComparer.Ordinal);
        named.Except(objects.Keys).ShouldBeEmpty($"{who}: named, but not stored");
        objects.Keys.Except(named).ShouldBeEmpty($"{who}: stored, but not named");
        objects.Where(item => item.Value != new FileInfo(Path.Combine(folder, item.Key[prefix.Length..])).Length).ShouldBeEmpty($"{who}: of another length");
        objects.Values.Sum().ShouldBe(package.GetProperty("bytes").GetInt64(), who);
    }

    /// <summary>The segments of one rendition one after the other, opened with the key of its tier.</summary>
    private async Task<int> FramesAsync(string folder, JsonElement rendition, Film film)
    {
        var name = rendition.GetProperty("name").GetString()!;
        var (whole, open) = (Path.Combine(folder, $"{name}.whole.mp4"), Path.Combine(folder, $"{name}.open.mp4"));
        await using (var target = File.Create(whole))
            foreach (var segment in Directory.GetFiles(Path.Combine(folder, "video", name)).OrderBy(file => Path.GetFileName(file) != "init.mp4").ThenBy(file => file, StringComparer.Ordinal))
                await target.WriteAsync(await File.ReadAllBytesAsync(segment));
        if (!film.IsProtected) return await Tools.FramesAsync(whole);
        await keys.OpenAsync(film, rendition.GetProperty("tier").GetString()!, whole, open);
        return await Tools.FramesAsync(open);
    }
}
