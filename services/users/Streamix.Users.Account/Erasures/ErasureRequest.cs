using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Account.Erasures;

/// <summary>That the owner knows what happens.</summary>
/// <param name="Understood">The account ends at once, everything of it is deleted everywhere, and nobody can bring it back.</param>
internal sealed record ErasureRequest([property: Example("true")] bool Understood);

internal sealed class ErasureRequestRules : AbstractValidator<ErasureRequest>
{
    public ErasureRequestRules() => RuleFor(r => r.Understood).Equal(true)
        .WithMessage("must be true: the account ends at once, everything of it is deleted everywhere, and nobody can bring it back");
}
