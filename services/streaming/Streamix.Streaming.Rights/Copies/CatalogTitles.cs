using Polly;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>Asks the catalog; one that is away is told as such, so that its events wait instead of failing.</summary>
internal sealed class CatalogTitles(DocumentsClient client)
{
    private const string Catalog = "media-catalog";

    public async Task<TitleDocument?> FindAsync(Guid titleId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.FindPlayingAsync(titleId, cancellationToken);
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
