using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Comms.Contracts.Marketing;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Suppressions;
using Streamix.Comms.Email.Templates;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Comms.Email.Unsubscribing;

/// <summary>One-click unsubscribing (RFC 8058): the POST needs no session and no cookie; the GET, which machines follow too, changes nothing.</summary>
internal static class UnsubscribeApi
{
    private const int LargestBody = 4096;

    public static void MapUnsubscribing(this IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/email/unsubscribe/{token}").WithTags("Unsubscribing").AllowAnonymous().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody);
        links.MapGet("/", Ask).WithName("AskToUnsubscribe").WithSummary("A page with a button; changes nothing").Produces<string>(200, "text/html").Produces<string>(404, "text/html");
        links.MapPost("/", UnsubscribeAsync).WithName("Unsubscribe").WithSummary("Ends marketing mails to the address of the link").Produces<string>(200, "text/html").Produces<string>(404, "text/html");
    }

    private static ContentHttpResult Ask(string token, HttpContext http, UnsubscribeLinks links, TemplateLibrary library)
    {
        var words = Words(http, library);
        return links.Read(token) is null ? Page(http, UnsubscribePage.Broken(words), 404) : Page(http, UnsubscribePage.Question(words));
    }

    private static async Task<ContentHttpResult> UnsubscribeAsync(
        string token, HttpContext http, UnsubscribeLinks links, TemplateLibrary library, SuppressionList suppressions, EmailDb db, IEventPublisher events, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var words = Words(http, library);
        if (links.Read(token) is not { } who)
            return Page(http, UnsubscribePage.Broken(words), 404);

        await db.InTransactionAsync(async transaction =>
        {
            await suppressions.AddAsync(who.AddressHash, who.AccountId, SuppressionReason.Unsubscribed, transaction);
            if (who.AccountId is { } account)
                events.Publish(new MarketingUnsubscribed(account, time.GetUtcNow()), account.ToString("n"));
            await db.SaveChangesAsync(transaction);
        }, cancellationToken: cancellationToken);
        return Page(http, UnsubscribePage.Done(words));
    }

    private static ContentHttpResult Page(HttpContext http, string html, int status = 200)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = UnsubscribePage.Policy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Content(html, "text/html", Encoding.UTF8, status);
    }

    private static Phrases Words(HttpContext http, TemplateLibrary library) =>
        library.PhrasesFor(http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value).FirstOrDefault() ?? Locales.Last);
}
