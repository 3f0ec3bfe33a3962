using System.Net;
using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.Rights.Admission;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Places;

namespace Streamix.Streaming.Rights.Explaining;

/// <summary>What to explain. In a body, because addresses must not stand in addresses.</summary>
internal sealed record ExplainRequest(
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid AccountId,
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b11")] Guid? ProfileId,
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b12")] Guid TitleId,
    [property: Example("DE")] string? Country = null,
    [property: Personal, Example("192.0.2.7")] string? Address = null,
    [property: Example("hardware")] string? Security = null,
    [property: Example("hdcp-2.2")] string? OutputProtection = null,
    bool Entered = true)
{
    public Question ToQuestion()
    {
        DeviceFacts.TryParse(Security, out var security);
        Output.TryParse(OutputProtection, out var output);
        return new()
        {
            AccountId = AccountId,
            ProfileId = ProfileId,
            TitleId = TitleId,
            Device = new(security, output),
            Country = Country,
            Address = IPAddress.TryParse(Address, out var address) ? address : null,
            Entered = Entered,
        };
    }
}

internal sealed class ExplainRequestRules : AbstractValidator<ExplainRequest>
{
    public ExplainRequestRules()
    {
        RuleFor(r => r.AccountId).NotEmpty().WithMessage("must not be empty");
        RuleFor(r => r.TitleId).NotEmpty().WithMessage("must not be empty");
        RuleFor(r => r.Country).Must(c => c is null || CountryCode.IsValid(c)).WithMessage("must be ISO 3166-1 alpha-2 in capitals");
        RuleFor(r => r.Address).Must(a => a is null || IPAddress.TryParse(a, out _)).WithMessage("is not an IP address");
        RuleFor(r => r.Security).Must(s => DeviceFacts.TryParse(s, out _)).WithMessage($"must be {DeviceFacts.Words}");
        RuleFor(r => r.OutputProtection).Must(o => Output.TryParse(o, out _)).WithMessage($"must be {Output.Words}");
    }
}
