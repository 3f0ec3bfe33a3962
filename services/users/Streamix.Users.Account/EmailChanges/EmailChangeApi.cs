using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Proof;

namespace Streamix.Users.Account.EmailChanges;

internal static class EmailChangeApi
{
    private const string Route = "/account/email-changes";
    private const int LargestBody = 4 * 1024;

    public static void MapEmailChanges(this IEndpointRouteBuilder app)
    {
        var changes = app.MapGroup(Route).WithTags("E-mail changes")
            .RequireCaller().RequireRateLimiting(RateLimits.Sensitive).WithBodyLimit(LargestBody).WithValidation();
        changes.MapPost("/", StartAsync).WithName("StartEmailChange").WithSummary("Mails codes to my present and to my new address")
            .RequireFreshProof().WithIdempotency<AccountDb>();
        changes.MapGet("/{id:guid}", ReadAsync).WithName("ReadEmailChange").WithSummary("How far a change of my address is");
        changes.MapPost("/{id:guid}/confirm", ConfirmAsync).WithName("ConfirmEmailChange").WithSummary("Proves one address or both; with both the change is done");
        changes.MapPost("/{id:guid}/resend", ResendAsync).WithName("ResendEmailChange").WithSummary("Mails new codes to the addresses that are not proven");
        changes.MapDelete("/{id:guid}", CancelAsync).WithName("CancelEmailChange").WithSummary("Keeps my address as it is");
    }

    private static async Task<Results<Created<EmailChangeView>, NotFound>> StartAsync(
        EmailChangeDraft draft, EmailChangeDesk desk, Caller caller, TimeProvider time, CancellationToken cancellationToken) =>
        await desk.StartAsync(caller.AccountId, EmailAddress.Parse(draft.NewEmail), cancellationToken) is { } change
            ? TypedResults.Created($"{Route}/{change.Id}", EmailChangeView.Of(change, time.GetUtcNow()))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<EmailChangeView>, NotFound>> ReadAsync(Guid id, AccountDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken) =>
        await db.EmailChanges.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == caller.AccountId && c.Id == id, cancellationToken) is { } change
            ? TypedResults.Ok(EmailChangeView.Of(change, time.GetUtcNow()))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<EmailChangeView>, NotFound, ProblemHttpResult>> ConfirmAsync(
        Guid id, EmailChangeProof proof, EmailChangeDesk desk, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await desk.ProveAsync(caller.AccountId, id, proof, cancellationToken) is not var (change, outcome, wrong))
            return TypedResults.NotFound();
        return outcome switch
        {
            EmailChangeOutcome.Over => Over(),
            EmailChangeOutcome.Taken => Problems.Conflict("This address can no longer be used."),
            EmailChangeOutcome.Wrong => Problems.Invalid(wrong.ToDictionary(w => w, _ => new[] { Wrong(change) }, StringComparer.Ordinal)),
            _ => TypedResults.Ok(EmailChangeView.Of(change, time.GetUtcNow())),
        };
    }

    private static async Task<Results<Ok<EmailChangeView>, NotFound, ProblemHttpResult>> ResendAsync(
        Guid id, EmailChangeDesk desk, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await desk.ResendAsync(caller.AccountId, id, cancellationToken) is not var (change, sent))
            return TypedResults.NotFound();
        return sent ? TypedResults.Ok(EmailChangeView.Of(change, time.GetUtcNow())) : Over();
    }

    private static async Task<Results<NoContent, NotFound>> CancelAsync(Guid id, EmailChangeDesk desk, Caller caller, CancellationToken cancellationToken) =>
        await desk.CancelAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static ProblemHttpResult Over() => Problems.Of(StatusCodes.Status410Gone, "This change is over. Start a new one.");

    private static string Wrong(EmailChange change) =>
        change.AttemptsLeft > 0 ? $"is wrong; {change.AttemptsLeft} more may be tried" : "is wrong; the change has ended";
}
