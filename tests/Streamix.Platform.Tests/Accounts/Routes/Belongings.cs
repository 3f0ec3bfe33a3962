using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.Testing;
using Streamix.Auth.Tests.Identity.Passkeys;
using Streamix.Platform.Tests.Streaming;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>One of everything somebody can have, and its ids.</summary>
internal sealed record Belongings(HttpClient Owner, Guid Profile, string AvatarVersion, Guid Address, string Session, Guid EmailChange, Guid Export, Guid Passkey, Guid Title, Guid Playback)
{
    /// <summary>A PNG of 32 × 32.</summary>
    public static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mNocFCgKWIYtWDUglELRi0YtWDUglELRi0YtWDUglELhooFAMqGgC7FCDG7AAAAAElFTkSuQmCC");

    private static readonly object Home = new { label = "Home", recipient = "Ada", line1 = "12 St James's Square", city = "London", country = "GB", postalCode = "SW1Y 4LB" };

    public static async Task<Belongings> OfAsync(AccountsGraph graph)
    {
        var person = await graph.People.JoinAsync();
        var owner = await graph.People.ClientOfAsync(person);
        var profile = Id(await PostAsync(owner, "/api/v1/profiles", new { name = "Byron", maturity = 16 }));
        var export = Id(await PostAsync(owner, "/api/v1/account/exports", null));
        var title = (await Cinema.Of(graph).OpenAsync()).Title;
        var playback = await Watching.PlayAsync(owner, title);
        var belongings = new Belongings(
            owner, profile, await WearAsync(owner, profile),
            Id(await PostAsync(owner, "/api/v1/account/addresses", Home)),
            (await graph.People.SignInAsync(person)).SessionId,
            Id(await PostAsync(owner, "/api/v1/account/email-changes", new { newEmail = People.NewAddress("new") })),
            export,
            await AddPasskeyAsync(owner, graph.Application.GetEndpoint("infra-gateway").GetLeftPart(UriPartial.Authority)),
            title,
            playback);
        await Until.TrueAsync(async () => (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/account/exports/{export}")).GetProperty("state").GetString() == "ready", "the export is ready");
        return belongings;
    }

    /// <summary>The owner's id wherever a path asks for one.</summary>
    public string Fill(Operation operation, string parameter) => (operation.Template, parameter) switch
    {
        (_, "version") => AvatarVersion,
        ({ } path, "id") when path.StartsWith("/api/v1/profiles/", StringComparison.Ordinal) => Profile.ToString(),
        ({ } path, "id") when path.StartsWith("/api/v1/account/addresses/", StringComparison.Ordinal) => Address.ToString(),
        ({ } path, "id") when path.StartsWith("/api/v1/account/email-changes/", StringComparison.Ordinal) => EmailChange.ToString(),
        ({ } path, "id") when path.StartsWith("/api/v1/account/exports/", StringComparison.Ordinal) => Export.ToString(),
        ({ } path, "id") when path.StartsWith("/api/v1/identity/passkeys/", StringComparison.Ordinal) => Passkey.ToString(),
        ({ } path, "id") when path.StartsWith("/api/v1/session/", StringComparison.Ordinal) => Session,
        ({ } path, "id") when path.StartsWith("/api/v1/playback/playbacks/", StringComparison.Ordinal) => Playback.ToString(),
        ({ } path, "titleId") when path.StartsWith("/api/v1/history/", StringComparison.Ordinal) => Title.ToString(),
        ({ } path, "id") => throw new InvalidOperationException($"Nobody owns anything at {path} yet: add it here."),
        _ => Accounts.Routes.Fill.AtRandom(operation, parameter),
    };

    /// <summary>Everything of the owner as it is now, but for times of use.</summary>
    public async Task<string> DescribeAsync()
    {
        List<string> all = [];
        foreach (var path in (string[])["account", "account/addresses", "profiles", $"profiles/{Profile}/preferences", "identity/passkeys", "identity/factors", $"account/email-changes/{EmailChange}", "account/exports", $"history/titles/{Title}"])
            all.Add(await Owner.GetStringAsync($"/api/v1/{path}"));
        var sessions = await Owner.GetFromJsonAsync<JsonElement>("/api/v1/session");
        all.AddRange(sessions.GetProperty("items").EnumerateArray().Select(session => session.GetProperty("id").GetString()!));
        all.Add(await Watching.WhoStoppedAsync(Owner, Playback));
        return string.Join('\n', all);
    }

    private static async Task<string> WearAsync(HttpClient owner, Guid profile)
    {
        using var picture = new ByteArrayContent(Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var answer = await owner.PostAsync($"/api/v1/profiles/{profile}/avatar", picture);
        answer.EnsureSuccessStatusCode();
        var worn = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return worn.GetProperty("avatar").GetProperty("images")[0].GetProperty("url").GetString()!.Split('/')[^2];
    }

    private static async Task<Guid> AddPasskeyAsync(HttpClient owner, string origin)
    {
        var offer = await PostAsync(owner, "/api/v1/identity/passkeys/registrations", null);
        var credential = new SoftAuthenticator("localhost", origin).Create(offer.GetProperty("options"));
        return Id(await PostAsync(owner, "/api/v1/identity/passkeys", new { challenge = offer.GetProperty("challenge").GetGuid(), credential, name = "My phone" }));
    }

    private static async Task<JsonElement> PostAsync(HttpClient owner, string path, object? body)
    {
        using var answer = body is null ? await owner.PostAsync(path, content: null) : await owner.PostAsJsonAsync(path, body);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static Guid Id(JsonElement made) => made.GetProperty("id").GetGuid();
}
