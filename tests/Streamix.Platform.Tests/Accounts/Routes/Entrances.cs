using Streamix.Testing.Tokens;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Two ways to an operation: through the gateway, and straight to its service, which must not rely on the gateway.</summary>
internal sealed class Entrances(AccountsGraph graph) : IDisposable
{
    private readonly Dictionary<string, HttpClient> _services = new(StringComparer.Ordinal);

    public HttpClient Gateway { get; } = graph.CreateBareClient();

    /// <summary>Sends each operation through both, a few at a time.</summary>
    public Task EachAsync(IEnumerable<Operation> operations, string? token, Func<string, Operation, HttpResponseMessage, Task> look)
    {
        foreach (var service in operations.Select(operation => operation.Service).Distinct(StringComparer.Ordinal))
            if (!_services.ContainsKey(service)) _services[service] = graph.CreateBareClient(service);
        return Parallel.ForEachAsync(operations, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (operation, _) =>
        {
            using (var request = Authorized(operation.Minimal(), token))
            using (var answer = await Gateway.SendAsync(request))
                await look($"{operation}", operation, answer);
            using (var request = Authorized(operation.Minimal(), token))
            {
                request.RequestUri = new Uri(operation.AtService(request.RequestUri!.ToString()), UriKind.Relative);
                using var answer = await _services[operation.Service].SendAsync(request);
                await look($"{operation} at {operation.Service} itself", operation, answer);
            }
        });
    }

    public void Dispose()
    {
        Gateway.Dispose();
        foreach (var service in _services.Values) service.Dispose();
    }

    private static HttpRequestMessage Authorized(HttpRequestMessage request, string? token)
    {
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return request;
    }
}
