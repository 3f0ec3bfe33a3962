using Polly;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Titles;

/// <summary>Asks the catalog; one that is away is told as such, so that its events wait instead of failing.</summary>
internal sealed class CatalogDocuments(DocumentsClient client)
{
    private const string Catalog = "media-catalog";

    public Task<TitleDocument?> FindAsync(Guid titleId, CancellationToken cancellationToken) => AskAsync(() => client.FindAsync(titleId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<TitleDocument>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken) =>
        AskAsync(() => client.ListAsync(after, limit, cancellationToken), cancellationToken);

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (IsAway(e, cancellationToken))
        {
            throw new DependencyUnavailableException(Catalog, e);
        }
    }

    private static bool IsAway(Exception e, CancellationToken cancellationToken) => e switch
    {
        HttpRequestException { StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.TooManyRequests } => true,
        ExecutionRejectedException or TimeoutException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };
}
