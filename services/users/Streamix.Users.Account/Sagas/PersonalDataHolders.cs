using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Account.Sagas;

/// <summary>Everybody who holds something of a user: the services of the graph through their internal routes, and this one itself.</summary>
internal sealed class PersonalDataHolders(IHttpClientFactory http, IServiceScopeFactory scopes, ServiceIdentity self, IOptions<AccountOptions> options)
{
    public const string Client = "personal-data";

    public IEnumerable<string> Names => options.Value.PersonalDataServices.Append(self.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Erases once; the number of rows and objects.</summary>
    public async Task<int> EraseAsync(string service, Guid accountId, CancellationToken cancellationToken)
    {
        if (service == self.Name)
            return await EraseOwnAsync(accountId, cancellationToken);
        using var client = http.CreateClient(Client);
        using var response = await client.DeleteAsync(Route(service, accountId), cancellationToken);
        response.EnsureSuccessStatusCode();
        var erased = await response.Content.ReadFromJsonAsync<Dictionary<string, int>>(JsonDefaults.Options, cancellationToken);
        return erased?.Values.Sum() ?? throw new HttpRequestException("An erasure was answered without counts.");
    }

    /// <summary>Writes a JSON object with one property per store.</summary>
    public async Task ExportAsync(string service, Guid accountId, Stream destination, CancellationToken cancellationToken)
    {
        if (service == self.Name)
        {
            await ExportOwnAsync(accountId, destination, cancellationToken);
            return;
        }
        using var client = http.CreateClient(Client);
        using var response = await client.GetAsync(Route(service, accountId), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(destination, cancellationToken);
    }

    private static string Route(string service, Guid accountId) => $"https+http://{service}/internal/personal-data/{accountId}";

    private async Task<int> EraseOwnAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var erased = 0;
        foreach (var store in scope.ServiceProvider.GetServices<IPersonalDataStore>())
            erased += await store.EraseAsync(accountId, cancellationToken);
        return erased;
    }

    private async Task ExportOwnAsync(Guid accountId, Stream destination, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        Dictionary<string, object?> parts = new(StringComparer.Ordinal);
        foreach (var store in scope.ServiceProvider.GetServices<IPersonalDataStore>())
            parts[store.Name] = await store.ExportAsync(accountId, cancellationToken);
        await JsonSerializer.SerializeAsync(destination, parts, JsonDefaults.Options, cancellationToken);
    }
}
