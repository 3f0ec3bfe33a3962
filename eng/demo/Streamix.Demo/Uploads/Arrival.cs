using System.Security.Cryptography;
using Streamix.Demo.Api;
using Streamix.Demo.Catalogue;
using Streamix.Demo.Films;

namespace Streamix.Demo.Uploads;

/// <summary>Brings a title's film into the store, with its captions, once. Goes on with the parts that arrived when an earlier start ended between them.</summary>
internal sealed class Arrival(Gateway gateway, PartSender sender)
{
    private const string Uploads = "/api/v1/catalog/uploads";
    private const string Assets = "/api/v1/catalog/assets";

    /// <summary>Behind whatever people upload.</summary>
    private const int Priority = 1;

    /// <returns>The asset.</returns>
    public async Task<Guid> BringAsync(Showing showing, Guid title, Func<Task<FileInfo>> film, CancellationToken cancellationToken)
    {
        var known = (await gateway.GetAsync($"{Assets}?titleId={title}&limit=1", cancellationToken)).As<Page<AssetView>>().Items;
        if (known is [{ State: "uploaded" or "transcoding" or "ready" } present]) return present.Id;
        var file = await film();
        var (upload, urls) = await OpenAsync(showing, title, file, cancellationToken);
        await CaptionAsync(showing, upload.AssetId, cancellationToken);
        var claims = await SendAsync(upload, urls, file, cancellationToken);
        (await gateway.PostAsync($"{Uploads}/{upload.Id}/complete", new { parts = claims }, cancellationToken)).Required();
        return upload.AssetId;
    }

    /// <summary>The one that is under way, when it is of these bytes; another one is given up.</summary>
    private async Task<(UploadView Upload, PartUrls? First)> OpenAsync(Showing showing, Guid title, FileInfo file, CancellationToken cancellationToken)
    {
        foreach (var going in (await gateway.GetAsync($"{Uploads}?titleId={title}&going=true", cancellationToken)).As<Page<UploadView>>().Items)
        {
            if (going.Bytes == file.Length && going.FileName == file.Name) return (going, null);
            await gateway.DeleteAsync($"{Uploads}/{going.Id}", cancellationToken);
        }
        var wanted = new { titleId = title, fileName = file.Name, bytes = file.Length, contentType = "video/x-matroska", @protected = true, priority = Priority, markers = Markers(showing.Film!) };
        var (upload, urls) = (await gateway.PostAsync(Uploads, wanted, cancellationToken)).As<StartedUpload>();
        return (upload, urls);
    }

    /// <summary>What skipping is tried with: the writing at the start, the last seconds, and chapters between.</summary>
    private static object[] Markers(FilmRecipe film) =>
    [
        new { kind = "intro", fromSeconds = 0.5, toSeconds = 5.0, name = (string?)null },
        new { kind = "chapter", fromSeconds = 0.0, toSeconds = film.Seconds / 2.0, name = "I" },
        new { kind = "chapter", fromSeconds = film.Seconds / 2.0, toSeconds = film.Seconds - 3.0, name = "II" },
        new { kind = "credits", fromSeconds = film.Seconds - 3.0, toSeconds = film.Seconds - 0.1, name = (string?)null },
    ];

    private async Task CaptionAsync(Showing showing, Guid asset, CancellationToken cancellationToken)
    {
        var present = (await gateway.GetAsync($"{Assets}/{asset}", cancellationToken)).As<AssetView>().Texts.Select(text => text.Language).ToHashSet(StringComparer.Ordinal);
        foreach (var language in Captions.Languages.Where(language => !present.Contains(language)))
            (await gateway.PostFileAsync(
                $"{Assets}/{asset}/texts?language={language}&kind=subtitles", System.Text.Encoding.UTF8.GetBytes(Captions.Of(showing, showing.Film!, language)), "text/vtt", cancellationToken)).Required();
    }

    private async Task<IReadOnlyList<PartClaim>> SendAsync(UploadView upload, PartUrls? first, FileInfo file, CancellationToken cancellationToken)
    {
        var claims = first is null ? await ArrivedAsync(upload, cancellationToken) : [];
        for (var urls = first ?? await UrlsAsync(upload, 0, cancellationToken); ; urls = await UrlsAsync(upload, urls.Next!.Value, cancellationToken))
        {
            foreach (var part in urls.Items)
                if (!claims.TryGetValue(part.Number, out var tag) || !await IsSameAsync(file, part, tag, cancellationToken))
                    claims[part.Number] = await sender.SendAsync(file, part, cancellationToken);
            if (urls.Next is null) return [.. claims.Select(claim => new PartClaim(claim.Key, claim.Value))];
        }
    }

    private async Task<SortedDictionary<int, string>> ArrivedAsync(UploadView upload, CancellationToken cancellationToken)
    {
        SortedDictionary<int, string> arrived = [];
        for (int? after = 0; after is not null;)
        {
            var answer = await gateway.GetAsync($"{Uploads}/{upload.Id}/parts?after={after}", cancellationToken);
            if (answer.Code == "upload-opening") return arrived;
            var page = answer.As<ArrivedParts>();
            foreach (var part in page.Items) arrived[part.Number] = part.Etag;
            after = page.Next;
        }
        return arrived;
    }

    private async Task<PartUrls> UrlsAsync(UploadView upload, int after, CancellationToken cancellationToken) =>
        (await gateway.PostAsync($"{Uploads}/{upload.Id}/urls", new { after, limit = 50 }, cancellationToken)).As<PartUrls>();

    private static async Task<bool> IsSameAsync(FileInfo file, PartUrl part, string tag, CancellationToken cancellationToken)
    {
#pragma warning disable CA5351 // The tag of S3 is an MD5; nothing is secured by it.
        var hash = Convert.ToHexStringLower(MD5.HashData(await PartSender.ReadAsync(file, part.Offset, part.Bytes, cancellationToken)));
#pragma warning restore CA5351
        return hash == tag.Trim('"').ToLowerInvariant();
    }
}
