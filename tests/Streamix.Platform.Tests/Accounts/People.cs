using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Streamix.Testing;
using Streamix.Testing.Tokens;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>Signs people up and in, as they do it themselves.</summary>
internal sealed class People
{
    private readonly AccountsGraph _graph;
    private readonly HttpClient _http;
    private readonly Lazy<Task<Person>> _administrator;
    private readonly Lazy<Task<Person>> _somebody;

    public People(AccountsGraph graph)
    {
        (_graph, _http) = (graph, graph.CreateBareClient());
        _administrator = new(() => JoinAsync(graph.Administrator));
        _somebody = new(() => JoinAsync());
    }

    /// <summary>One whom nobody changes.</summary>
    public Task<Person> SomebodyAsync() => _somebody.Value;

    public static string NewAddress(string name = "somebody") => $"{name}-{Guid.NewGuid():n}@example.org";

    /// <summary>Somebody new whose address is proven and whose account works everywhere.</summary>
    public async Task<Person> JoinAsync(string? email = null)
    {
        var person = await SignUpAsync(email ?? NewAddress());
        var code = await _graph.Inbox.FindAsync(person.Email, "is your Streamix code", @"^\s+([A-Z0-9]{6})\s*$");
        await Until.TrueAsync(async () =>
        {
            using var answer = await _http.PostAsJsonAsync("/api/v1/identity/passcodes/verify", new { accountId = person.Account, code });
            return answer.StatusCode == HttpStatusCode.NoContent;
        }, $"the code of {person.Email} is taken");
        var session = await SignInAsync(person);
        await Until.TrueAsync(async () => await FindAsync(session, "/api/v1/account", "$.status") == "active", $"{person.Email} is active");
        await Until.TrueAsync(async () => await FindAsync(session, "/api/v1/profiles", "$.items.length") == "1", $"{person.Email} has a profile");
        return person;
    }

    /// <summary>Somebody who has not proven the address yet. Asks again under the same key where a busy machine did not answer in time.</summary>
    public async Task<Person> SignUpAsync(string email)
    {
        var (key, account) = ($"sign-up-{Guid.NewGuid():n}", Guid.Empty);
        await Until.TrueAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/account/registrations") { Content = JsonContent.Create(Registration(email)) };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await _http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            account = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accountId").GetGuid();
            return true;
        }, $"{email} signs up", TimeSpan.FromMinutes(1));
        return new(account, email);
    }

    public static object Registration(string email) => new { email, password = Person.Password, displayName = "Ada", locale = "en-GB", country = "GB", termsVersion = "2026-01" };

    public async Task<SignedIn> SignInAsync(Person person, string password = Person.Password)
    {
        JsonElement session = default;
        await Until.TrueAsync(async () =>
        {
            using var answer = await _http.PostAsJsonAsync("/api/v1/identity/sign-in", new { email = person.Email, password });
            return answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("session", out session);
        }, $"{person.Email} signs in");
        return new(session.GetProperty("sessionId").GetString()!, session.GetProperty("accessToken").GetString()!, session.GetProperty("refreshToken").GetString()!);
    }

    /// <summary>A client signed in as this person.</summary>
    public async Task<HttpClient> ClientOfAsync(Person person) => _graph.CreateBareClient().As((await SignInAsync(person)).AccessToken);

    /// <summary>A client whose token has the administrator's role.</summary>
    public async Task<HttpClient> AdministratorAsync()
    {
        var person = await _administrator.Value;
        HttpClient? client = null;
        await Until.TrueAsync(async () =>
        {
            client?.Dispose();
            client = await ClientOfAsync(person);
            using var answer = await client.GetAsync("/api/v1/account/admin/accounts");
            return answer.IsSuccessStatusCode;
        }, $"{person.Email} is an administrator");
        return client!;
    }

    private async Task<string?> FindAsync(SignedIn session, string path, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", session.AccessToken);
        using var answer = await _http.SendAsync(request);
        return answer.IsSuccessStatusCode ? Streamix.Testing.Walks.JsonPath.Find(await answer.Content.ReadFromJsonAsync<JsonElement>(), value) : null;
    }
}
