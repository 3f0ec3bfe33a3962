using FluentValidation;
using Streamix.Media.Drm.Keys;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Cpix;

/// <summary>A content key without the key.</summary>
/// <param name="Id">The key id.</param>
/// <param name="Tier">What it is for.</param>
/// <param name="Scheme"><c>cenc</c> or <c>cbcs</c>.</param>
/// <param name="Server">Who made it.</param>
/// <param name="WrappedWith">The id of the key-encryption key.</param>
/// <param name="CreatedAt">UTC.</param>
internal sealed record ContentKeyView(Guid Id, string Tier, string Scheme, string Server, string WrappedWith, DateTimeOffset CreatedAt)
{
    public static ContentKeyView Of(ContentKey key) => new(key.Id, key.Tier, key.Scheme, key.Server, key.WrappedWith, key.CreatedAt);
}

/// <summary>Which keys go to whom.</summary>
/// <param name="Scheme"><c>cenc</c> or <c>cbcs</c>.</param>
/// <param name="Certificate">Who may read them: X.509 with an RSA key of 2048 bits or more, PEM.</param>
internal sealed record ExportDraft(
    [property: Example("cenc")] string Scheme,
    [property: Example("-----BEGIN CERTIFICATE-----\\nMIIC…\\n-----END CERTIFICATE-----")] string Certificate);

internal sealed class ExportDraftRules : AbstractValidator<ExportDraft>
{
    public ExportDraftRules(TimeProvider time)
    {
        RuleFor(d => d.Scheme).Must(Schemes.IsKnown).WithMessage("must be cenc or cbcs");
        RuleFor(d => d.Certificate).Must(pem => PartnerCertificate.IsGood(pem, time.GetUtcNow())).WithMessage("must be an X.509 certificate in PEM, with an RSA key of 2048 bits or more, valid now");
    }
}

/// <summary>Whose keys come.</summary>
/// <param name="TitleId">The asset's title.</param>
internal sealed record ImportQuery([property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid TitleId);

/// <summary>What became of a document.</summary>
/// <param name="Imported">Keys that are new.</param>
/// <param name="Present">Keys for tiers that had one, which was kept.</param>
internal sealed record ImportView(int Imported, int Present);
