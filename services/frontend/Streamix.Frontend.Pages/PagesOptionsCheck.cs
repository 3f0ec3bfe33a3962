using Microsoft.Extensions.Options;
using Streamix.Frontend.Pages.Policy;

namespace Streamix.Frontend.Pages;

internal sealed class PagesOptionsCheck : IValidateOptions<PagesOptions>
{
    public ValidateOptionsResult Validate(string? name, PagesOptions options)
    {
        var mistakes = options.Origins.Media.Concat(options.Origins.Uploads).Where(origin => origin.Length > 0 && !Origin.IsOne(origin))
            .Select(origin => $"Pages:Origins: '{origin}' is not scheme://host[:port].").ToList();
        if (!options.Base.StartsWith('/')) mistakes.Add("Pages:Base must start with '/'.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
