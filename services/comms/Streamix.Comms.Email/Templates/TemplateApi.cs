using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Addresses;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Sending;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Comms.Email.Templates;

/// <summary>What mails look like.</summary>
internal static class TemplateApi
{
    private const int LargestBody = 4096;

    /// <summary>Stands in the header of previews in case somebody opens them as pages.</summary>
    private const string PreviewPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        var templates = app.MapGroup("/email/templates").WithTags("Templates").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        templates.MapGet("/", List).WithName("ListMailTemplates").WithSummary("The templates, their languages and variables");
        templates.MapGet("/{template}/preview", Preview).WithName("PreviewMailTemplate").WithSummary("A template filled in with examples; format=html or text gives one view alone").Produces<Rendered>();
        templates.MapPost("/{template}/tests", TestAsync).WithName("TestMailTemplate").WithSummary("Sends a template filled in with examples").RequireAudit().WithIdempotency<EmailDb>();
    }

    private static Ok<IReadOnlyList<TemplateView>> List(TemplateLibrary library) => TypedResults.Ok<IReadOnlyList<TemplateView>>(
        [.. library.Names.Select(name => new TemplateView(name, [.. library.LocalesOf(name)], MailVariables.Of[name]))]);

    private static IResult Preview(string template, string? locale, string? format, HttpContext http, TemplateLibrary library, Composer composer)
    {
        if (!library.Has(template))
            return TypedResults.NotFound();
        var wanted = locale ?? Locales.Last;
        var rendered = composer.Render(library.Letter(template, wanted), wanted, TemplateExamples.Name, TemplateExamples.For(template), null);
        return Answer(http, rendered, format);
    }

    public static IResult Answer(HttpContext http, Rendered rendered, string? format)
    {
        http.Response.Headers.ContentSecurityPolicy = PreviewPolicy;
        return format switch
        {
            null or "json" => TypedResults.Ok(rendered),
            "html" => TypedResults.Content(rendered.Html, "text/html", Encoding.UTF8),
            "text" => TypedResults.Content(rendered.Text, "text/plain", Encoding.UTF8),
            _ => throw ProblemException.BadRequest("format", "must be json, html or text"),
        };
    }

    private static async Task<Results<Accepted<TestMail>, NotFound>> TestAsync(
        string template, TestDraft draft, EmailDb db, TemplateLibrary library, MailSafe safe, AddressHashes hashes, Caller caller, IAudit audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!library.Has(template))
            return TypedResults.NotFound();
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var content = new MailContent(draft.Address, TemplateExamples.Name, TemplateExamples.For(template));
        db.Mails.Add(Mail.Transactional(id, caller.AccountId, template, draft.Locale ?? Locales.Last, hashes.Of(draft.Address), safe.Lock(id, content), now.AddHours(1), now, null));
        audit.Record("mail.tested", $"template:{template}");
        await db.SaveChangesAsync(cancellationToken);
        await MailSignal.SendAsync(db, cancellationToken);
        return TypedResults.Accepted($"/email/mails/{id}", new TestMail(id));
    }
}

/// <summary>A template.</summary>
internal sealed record TemplateView(string Name, IReadOnlyList<string> Locales, IReadOnlyList<string> Variables);

/// <summary>Where a test goes.</summary>
internal sealed record TestDraft([property: Personal, Example("ada@example.com")] string Address, [property: Example("de")] string? Locale = null);

internal sealed class TestDraftRules : AbstractValidator<TestDraft>
{
    private const int LongestAddress = 254;
    private const int LongestLocale = 35;

    public TestDraftRules()
    {
        RuleFor(d => d.Address).Text(LongestAddress).OneLine().EmailAddress().WithMessage("must be an e-mail address");
        RuleFor(d => d.Locale).MaximumLength(LongestLocale).WithMessage("must be a language tag");
    }
}

/// <summary>A test on its way.</summary>
internal sealed record TestMail(Guid MailId);
