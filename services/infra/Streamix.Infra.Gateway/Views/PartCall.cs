using System.Buffers;
using System.Text.Json;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;

namespace Streamix.Infra.Gateway.Views;

/// <summary>Asks one service for its part, within the part's time.</summary>
internal sealed partial class PartCall(IHttpClientFactory clients, TimeProvider time, ILogger<PartCall> logger)
{
    public const string Client = "views";
    private const int LargestPart = 1024 * 1024;

    public async Task<PartAnswer> AskAsync(PartPlan part, HttpContext context, CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(part.Budget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            using var request = Request(part, context);
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode
                ? await ReadAsync(part, response, either.Token)
                : Missing(part, Word((int)response.StatusCode), (int)response.StatusCode);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            return Missing(part, "timeout", StatusCodes.Status504GatewayTimeout);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            Log.Failed(logger, part.Name, part.Resource, e.Message);
            return Missing(part, e is HttpRequestException ? "unavailable" : "error", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static HttpRequestMessage Request(PartPlan part, HttpContext context)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"https+http://{part.Resource}{ViewTemplate.Fill(part.Path, context.Request)}");
        var call = EdgeCall.Of(context);
        request.Headers.TryAddWithoutValidation(Correlation.Header, call.CorrelationId);
        request.Headers.TryAddWithoutValidation("Accept-Language", context.Request.Headers.AcceptLanguage.ToArray());
        if (call.Session is { } session)
        {
            request.Headers.TryAddWithoutValidation("Authorization", session.Authorization);
        }

        return request;
    }

    private static async Task<PartAnswer> ReadAsync(PartPlan part, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(LargestPart, cancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (bytes.Length == 0)
        {
            return new PartAnswer(part.Name, part.Required, "null"u8.ToArray(), null, StatusCodes.Status200OK);
        }

        Validate(bytes);
        return new PartAnswer(part.Name, part.Required, bytes, null, StatusCodes.Status200OK);
    }

    private static void Validate(byte[] json)
    {
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(json));
        while (reader.Read())
        {
            // Each token is checked by the reading of it.
        }
    }

    private static PartAnswer Missing(PartPlan part, string reason, int status) => new(part.Name, part.Required, default, reason, status);

    private static string Word(int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "absent",
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => "unavailable",
        StatusCodes.Status504GatewayTimeout => "timeout",
        _ => "error",
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Part {Part} of a view is missing: {Resource} {Reason}")]
        public static partial void Failed(ILogger logger, string part, string resource, string reason);
    }
}
