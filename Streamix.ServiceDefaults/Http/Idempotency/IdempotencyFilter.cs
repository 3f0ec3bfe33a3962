using System.Security.Cryptography;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Http;

internal sealed class IdempotencyFilter<TDb>(IdempotencyStore store) : IEndpointFilter where TDb : ServiceDb
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var rules = http.GetEndpoint()!.Metadata.GetRequiredMetadata<IdempotentEndpoint>();
        if (http.Request.Headers[IdempotencyKey.Header] is not { Count: > 0 } header)
            return rules.Required ? throw ProblemException.BadRequest(IdempotencyKey.Header, "is required") : await next(context);
        if (header is not [{ } text] || !IdempotencyKey.IsValid(text))
            throw ProblemException.BadRequest(IdempotencyKey.Header, "must be one value of 1 to 255 visible characters");

        var caller = http.RequestServices.GetRequiredService<Caller>();
        var db = http.RequestServices.GetRequiredService<TDb>();
        var key = await IdempotencyKey.OfAsync(http, caller, text, rules.Secrets);
        return await db.InTransactionAsync(token => AnswerAsync(db, key, rules, context, next, token), cancellationToken: http.RequestAborted);
    }

    private async Task<IResult> AnswerAsync(
        TDb db, IdempotencyKey key, IdempotentEndpoint rules, EndpointFilterInvocationContext context, EndpointFilterDelegate next, CancellationToken cancellationToken)
    {
        if (!await store.TryLockAsync(db, key, cancellationToken))
            return Problems.Conflict("The first request with this Idempotency-Key is still running.");

        if (await store.FindAsync(db, key, cancellationToken) is { } first)
            return CryptographicOperations.FixedTimeEquals(first.Fingerprint, key.Fingerprint)
                ? RecordedAnswer.Replay(first)
                : Problems.Invalid(IdempotencyKey.Header, "was used for another request");

        var answer = await RecordedAnswer.OfAsync(context.HttpContext, () => next(context));
        if (answer.IsFinal)
            await store.KeepAsync(db, key, answer, rules.Lifetime, cancellationToken);
        return answer;
    }
}
