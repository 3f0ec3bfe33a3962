using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Profile.Profiles;

/// <summary>Refusals that an app tells apart by their code.</summary>
internal static class ProfileProblems
{
    public static Refusal Full(int limit) => Coded(StatusCodes.Status409Conflict, "profile-limit", $"An account has at most {limit} profiles.");

    public static Refusal Last() => Coded(StatusCodes.Status409Conflict, "last-profile", "The last profile of an account stays.");

    public static Refusal Closed() => Coded(StatusCodes.Status409Conflict, "account-closed", "The account is closed.");

    public static Refusal Coded(int status, string code, string detail, int? attemptsLeft = null)
    {
        var problem = new ProblemDetails { Status = status, Detail = detail, Extensions = { ["code"] = code } };
        if (attemptsLeft is { } left)
            problem.Extensions["attemptsLeft"] = left;
        return new(TypedResults.Problem(problem));
    }
}

/// <summary>Says which of our constraints was broken.</summary>
internal sealed class ProfileConflicts : IExceptionTranslation
{
    public Problem? Translate(Exception exception) => exception is DbUpdateException && DbConflict.IsDuplicate(exception, ProfileModel.UniqueName)
        ? new(StatusCodes.Status409Conflict, "Another profile of the account has this name.")
        : null;
}
