using Streamix.Auth.Contracts.Credentials;

namespace Streamix.Users.Account.Registration;

/// <summary>Turns the password into a sealed hash before any transaction is open; it goes no further than this.</summary>
internal sealed class SealCredential(PasswordSeal seal) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var draft = context.Arguments.OfType<RegistrationDraft>().Single();
        context.HttpContext.Features.Set(new SealedCredential(await seal.SealAsync(draft.Password, context.HttpContext.RequestAborted)));
        return await next(context);
    }
}

/// <summary>Only <c>auth-identity</c> can open it.</summary>
internal sealed class SealedCredential(string text)
{
    public string Text { get; } = text;
}
