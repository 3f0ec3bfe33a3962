using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Notices;
using Streamix.Auth.Identity.StepUp;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Passkeys;

internal static class PasskeyApi
{
    private const string Route = "/identity/passkeys";

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var mine = app.MapGroup(Route).WithTags("Passkeys").RequireCaller().RequireRateLimiting(RateLimits.PerCaller).WithValidation();
        mine.MapGet("/", ListAsync).WithName("ListPasskeys").WithSummary("My passkeys");
        mine.MapPut("/{id:guid}", RenameAsync).WithName("RenamePasskey").WithSummary("Gives a passkey another name");

        var change = app.MapGroup(Route).WithTags("Passkeys").RequireFreshProof().WithCredentialLimits().WithValidation();
        change.MapPost("/registrations", BeginAsync).WithName("BeginPasskey").WithSummary("What to hand to the browser to make a passkey");
        change.MapPost("/", AddAsync).WithName("AddPasskey").WithSummary("Adds the passkey the browser has made").WithIdempotency<IdentityDb>();
        change.MapDelete("/{id:guid}", RemoveAsync).WithName("RemovePasskey").WithSummary("Removes a passkey");
    }

    private static async Task<Ok<List<PasskeyView>>> ListAsync(IdentityDb db, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Passkeys.Where(p => p.AccountId == caller.AccountId).OrderBy(p => p.Id)
            .Select(p => new PasskeyView(p.Id, p.Name, p.IsBackedUp, p.CreatedAt, p.LastUsedAt)).ToListAsync(cancellationToken));

    private static async Task<Results<NoContent, NotFound>> RenameAsync(Guid id, PasskeyName name, IdentityDb db, Caller caller, CancellationToken cancellationToken) =>
        await db.Passkeys.Where(p => p.AccountId == caller.AccountId && p.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name.Name), cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<Results<Ok<PasskeyOptions>, NotFound, ProblemHttpResult>> BeginAsync(
        PasskeyDesk passkeys, ChallengeDesk challenges, Subjects subjects, IdentityDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { } subject)
            return TypedResults.NotFound();
        if (await HasAllAsync(db, subject.AccountId, cancellationToken))
            return TooMany();
        var challenge = challenges.New(ChallengeKinds.PasskeyRegistration, subject.AccountId);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new PasskeyOptions(challenge.Id, await passkeys.CreationOptionsAsync(challenge, subject, cancellationToken)));
    }

    private static async Task<Results<Created<PasskeyView>, NotFound, ProblemHttpResult>> AddAsync(
        PasskeyRegistration registration, PasskeyDesk passkeys, ChallengeDesk challenges, NoticeDesk notices, Subjects subjects, IdentityDb db, Caller caller,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { } subject)
            return TypedResults.NotFound();
        return await db.InTransactionAsync<Results<Created<PasskeyView>, NotFound, ProblemHttpResult>>(async token =>
        {
            await db.LockCredentialAsync(subject.AccountId, token);
            if (await HasAllAsync(db, subject.AccountId, token))
                return TooMany();
            var answer = new PasskeyAnswer(registration.Credential);
            if (await challenges.TryAsync(registration.Challenge, ChallengeKinds.PasskeyRegistration, subject.AccountId, token) is not { } challenge
                || await passkeys.AttestAsync(challenge, answer) is not { } info)
                return Problems.Invalid("credential", "does not answer the challenge");
            if (!await challenges.PassAsync(challenge, subject.AccountId, answer.Text, ChallengeKinds.PasskeyRegistration, token))
                return Problems.Invalid("challenge", "was answered already");

            var passkey = new Passkey(subject.AccountId, registration.Name, info, time.GetUtcNow());
            db.Passkeys.Add(passkey);
            await notices.SecondFactorAsync(subject, FactorNames.Passkey, "added", token);
            await db.SaveChangesAsync(token);
            return TypedResults.Created($"{Route}/{passkey.Id}", new PasskeyView(passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt, null));
        }, cancellationToken: cancellationToken);
    }

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(
        Guid id, NoticeDesk notices, Subjects subjects, IdentityDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { } subject)
            return TypedResults.NotFound();
        var removed = await db.InTransactionAsync(async token =>
        {
            if (await db.Passkeys.Where(p => p.AccountId == subject.AccountId && p.Id == id).ExecuteDeleteAsync(token) == 0)
                return false;
            await notices.SecondFactorAsync(subject, FactorNames.Passkey, "removed", token);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken: cancellationToken);
        return removed ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<bool> HasAllAsync(IdentityDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancellationToken) >= Passkey.MostPerAccount;

    private static ProblemHttpResult TooMany() => Problems.Conflict($"An account has at most {Passkey.MostPerAccount} passkeys.");
}
