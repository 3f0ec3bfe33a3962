using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Profile.Pins;

/// <summary>A new PIN.</summary>
/// <param name="Pin">4 to 6 digits.</param>
internal sealed record PinDraft([property: Personal, Example("\"2580\"")] string Pin);

internal sealed class PinDraftRules : AbstractValidator<PinDraft>
{
    public PinDraftRules() =>
        RuleFor(p => p.Pin).Must(pin => pin is { Length: >= 4 and <= 6 } && pin.All(char.IsAsciiDigit)).WithMessage("must have 4 to 6 digits");
}
