using System.Net.Http.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Contracts.Edges;

/// <summary>How edges report: <c>services.AddServiceClient&lt;EdgeReportsClient&gt;("streaming-cdn-orchestrator")</c>.</summary>
public sealed class EdgeReportsClient(HttpClient http)
{
    /// <summary>Tells how the edge is, and gets what it is to do. The name is that of the calling service's own token.</summary>
    public async Task<EdgeOrders> ReportAsync(string name, EdgeReport report, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync($"/internal/edges/{Uri.EscapeDataString(name)}", report, JsonDefaults.Options, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<EdgeOrders>(JsonDefaults.Options, cancellationToken)
            ?? throw new InvalidOperationException("The orchestrator answered nothing.");
    }
}
