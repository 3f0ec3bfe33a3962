using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Pssh;
using Streamix.Media.Drm.Speke;

namespace Streamix.Media.Drm;

/// <summary>What would fail later fails at the start.</summary>
internal sealed class DrmOptionsCheck : IValidateOptions<DrmOptions>
{
    public ValidateOptionsResult Validate(string? name, DrmOptions options)
    {
        List<string> wrong = [];
        Demand(options.KeyEncryptionKeys.Count > 0 && options.KeyEncryptionKeys.TrueForAll(IsLong), $"Drm:KeyEncryptionKeys needs one secret or more of at least {DrmOptions.ShortestSecret} characters.");
        Demand(options.NextKeyEncryptionKey.Length == 0 || IsLong(options.NextKeyEncryptionKey), $"Drm:NextKeyEncryptionKey needs at least {DrmOptions.ShortestSecret} characters.");
        Demand(IsLong(options.TokenSecret), $"Drm:TokenSecret needs at least {DrmOptions.ShortestSecret} characters.");
        Demand(!options.KeyEncryptionKeys.Contains(options.TokenSecret), "Drm:TokenSecret must be a secret of its own.");
        Demand(options.KeyServer is OwnKeyServer.Word or SpekeKeyServer.Word, "Drm:KeyServer is own or speke.");
        Demand(options.Cpix.Certificate.Length > 0 == options.Cpix.PrivateKey.Length > 0, "Drm:Cpix needs both Certificate and PrivateKey, or neither.");
        if (options.KeyServer == SpekeKeyServer.Word)
        {
            Demand(Uri.TryCreate(options.Speke.Address, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback),
                "Drm:Speke:Address must be an absolute https address.");
            Demand(options.Speke.Systems.TrueForAll(system => SystemIds.Named(system) is not null), "Drm:Speke:Systems are widevine, playready and fairplay.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Demand(bool holds, string message)
        {
            if (!holds)
                wrong.Add(message);
        }
    }

    private static bool IsLong(string secret) => secret.Length >= DrmOptions.ShortestSecret;
}
