using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Addresses;

/// <summary>A postal address, the whole of it.</summary>
[Personal]
internal sealed record AddressDraft(
    [property: Example("Home")] string Label,
    [property: Example("Ada Lovelace")] string Recipient,
    [property: Example("12 St James's Square")] string Line1,
    [property: Example("London")] string City,
    [property: Example("GB")] string Country,
    [property: Example("SW1Y 4LB")] string? PostalCode = null,
    [property: Example("Flat 3")] string? Line2 = null,
    [property: Example("Greater London")] string? Region = null);

internal sealed class AddressRules : AbstractValidator<AddressDraft>
{
    public AddressRules()
    {
        RuleFor(a => a.Label).Text(Address.LongestLabel).OneLine();
        RuleFor(a => a.Recipient).Text(Address.LongestLine).OneLine();
        RuleFor(a => a.Line1).Text(Address.LongestLine).OneLine();
        RuleFor(a => a.City).Text(Address.LongestLine).OneLine();
        RuleFor(a => a.Line2!).MaximumLength(Address.LongestLine).WithMessage($"must have at most {Address.LongestLine} characters").OneLine();
        RuleFor(a => a.Region!).MaximumLength(Address.LongestLine).WithMessage($"must have at most {Address.LongestLine} characters").OneLine();
        RuleFor(a => a.Country).CountryForm();
        RuleFor(a => a.PostalCode).Custom((code, context) =>
        {
            if (PostalCodes.Complaint(context.InstanceToValidate.Country, code) is { } complaint)
                context.AddFailure(complaint);
        });
    }
}
