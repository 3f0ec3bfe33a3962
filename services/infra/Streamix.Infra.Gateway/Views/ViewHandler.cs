using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;

namespace Streamix.Infra.Gateway.Views;

/// <summary>Asks for all parts at once and answers with what came in time; what did not is named.</summary>
internal sealed class ViewHandler(PartCall calls, TimeProvider time)
{
    public async Task HandleAsync(ViewPlan view, HttpContext context)
    {
        using var budget = new CancellationTokenSource(view.Budget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, context.RequestAborted);
        PartAnswer[] parts;
        try
        {
            parts = await Task.WhenAll(view.Parts.Select(p => calls.AskAsync(p, context, either.Token)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (Failure(parts) is { } failed)
        {
            await Refusal.WriteAsync(context, Status(failed), $"The part '{failed.Name}' is missing: {failed.Missing}.", RetryAfter(failed));
            return;
        }

        await ViewWriter.WriteAsync(context, parts);
    }

    /// <summary>A required part that is missing, or any when all are.</summary>
    private static PartAnswer? Failure(PartAnswer[] parts) =>
        Array.Find(parts, p => p.Required && !p.IsPresent) ?? (Array.Exists(parts, p => p.IsPresent) ? null : parts[0]);

    private static int Status(PartAnswer failed) => failed.Status is 401 or 403 or 404 or 429 or 504 ? failed.Status : StatusCodes.Status503ServiceUnavailable;

    private static TimeSpan? RetryAfter(PartAnswer failed) => Status(failed) is 429 or 503 ? TimeSpan.FromSeconds(2) : null;
}
