using System.Text.Json;
using System.Text.RegularExpressions;

namespace Streamix.Demo.Tests.Fakes;

/// <summary>Titles, people, pictures, uploads and what becomes of them: at once.</summary>
internal sealed class FakeCatalog
{
    private const string Base = "/api/v1/catalog/";
    private readonly Dictionary<Guid, (string Slug, string Kind, string State)> _titles = [];
    private readonly Dictionary<Guid, string> _people = [];
    private readonly List<(Guid Owner, string Kind)> _pictures = [];
    private readonly List<FakeUpload> _uploads = [];

    public IReadOnlyDictionary<string, string> States => _titles.Values.ToDictionary(title => title.Slug, title => title.State);

    public IReadOnlyList<(Guid Owner, string Kind)> Pictures => _pictures;

    public IReadOnlyList<FakeUpload> Uploads => _uploads;

    public int People => _people.Count;

    public void Arrive(Guid upload, int number, long bytes, string tag) => _uploads.Single(u => u.Id == upload).Parts[number] = (bytes, tag);

    public void Move(string slug, string state)
    {
        var (id, title) = _titles.Single(title => title.Value.Slug == slug);
        _titles[id] = title with { State = state };
    }

    public (int Status, object? Body, string? Tag)? Answer(string method, string path, JsonElement json)
    {
        if (!path.StartsWith(Base, StringComparison.Ordinal)) return null;
        var route = path[Base.Length..];
        var ids = Regex.Matches(route, "[0-9a-f-]{36}").Select(match => Guid.Parse(match.Value)).ToArray();
        return (method, Regex.Replace(route.Split('?')[0], "[0-9a-f-]{36}", "*")) switch
        {
            ("GET", "admin/titles") => (200, new { items = _titles.Select(t => new { id = t.Key, slug = t.Value.Slug, state = t.Value.State, plays = t.Value.State == "published" }) }, null),
            ("POST", "admin/titles") => Created(_titles, (json.GetProperty("content").GetProperty("slug").GetString()!, json.GetProperty("kind").GetString()!, "draft")),
            ("GET", "admin/titles/*") => (200, new { state = _titles[ids[0]].State }, "1"),
            ("POST", "admin/titles/*/ready") => Moved(ids[0], "draft", "ready"),
            ("POST", "admin/titles/*/publish") => Moved(ids[0], "ready", "published"),
            ("GET", "admin/people") => (200, new { items = _people.Select(p => new { id = p.Key, content = new { slug = p.Value } }) }, null),
            ("POST", "admin/people") => Created(_people, json.GetProperty("slug").GetString()!),
            ("GET", "artwork") => (200, _pictures.Where(p => p.Owner == ids[0]).Select(p => new { kind = p.Kind }), null),
            ("POST", "artwork") => Hung(ids[0], Regex.Match(route, "kind=([a-z]+)").Groups[1].Value),
            ("GET", "assets") => (200, new { items = _uploads.Where(u => u.Title == ids[0]).Reverse().Take(1).Select(u => u.Asset()) }, null),
            ("GET", "assets/*") => (200, _uploads.Single(u => u.AssetId == ids[0]).Asset(), null),
            ("POST", "assets/*/texts") => Captioned(ids[0], Regex.Match(route, "language=([a-z]+)").Groups[1].Value),
            ("GET", "uploads") => (200, new { items = _uploads.Where(u => u.Title == ids[0] && !u.IsOver).Select(u => u.View()) }, null),
            ("POST", "uploads") => Started(json),
            ("GET", "uploads/*/parts") => (200, Upload(ids[0]).Arrived(), null),
            ("POST", "uploads/*/urls") => (200, Upload(ids[0]).Urls(), null),
            ("POST", "uploads/*/complete") => Completed(Upload(ids[0]), json),
            _ => null,
        };
    }

    private FakeUpload Upload(Guid id) => _uploads.Single(u => u.Id == id);

    private static (int, object?, string?) Created<T>(Dictionary<Guid, T> rows, T row)
    {
        var id = Guid.NewGuid();
        if (rows.ContainsValue(row)) return (409, new { detail = "There is one." }, null);
        rows.Add(id, row);
        return (201, new { id, state = "draft", content = new { slug = $"{row}" } }, null);
    }

    private (int, object?, string?) Moved(Guid id, string from, string to)
    {
        var title = _titles[id];
        if (title.State != from) return (409, new { detail = $"It is {title.State}." }, null);
        _titles[id] = title with { State = to };
        return (200, new { state = to }, null);
    }

    private (int, object?, string?) Hung(Guid owner, string kind)
    {
        _pictures.Add((owner, kind));
        return (201, new { }, null);
    }

    private (int, object?, string?) Captioned(Guid asset, string language)
    {
        _uploads.Single(u => u.AssetId == asset).Texts.Add(language);
        return (201, new { }, null);
    }

    private (int, object?, string?) Started(JsonElement json)
    {
        var upload = new FakeUpload(json.GetProperty("titleId").GetGuid(), json.GetProperty("fileName").GetString()!, json.GetProperty("bytes").GetInt64());
        _uploads.Add(upload);
        return (201, new { upload = upload.View(), urls = upload.Urls() }, null);
    }

    private (int, object?, string?) Completed(FakeUpload upload, JsonElement json)
    {
        var claims = json.GetProperty("parts").EnumerateArray().ToDictionary(part => part.GetProperty("number").GetInt32(), part => part.GetProperty("etag").GetString()!.Trim('"'));
        if (claims.Count != upload.PartCount || claims.Any(claim => upload.Parts.GetValueOrDefault(claim.Key).Tag != claim.Value)) return (422, new { detail = "Parts differ." }, null);
        upload.IsOver = true;
        var title = _titles[upload.Title];
        _titles[upload.Title] = title with { State = "ready" };
        return (200, upload.View(), null);
    }
}
