using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Refusals that an app tells apart by their code.</summary>
internal static class UploadProblems
{
    /// <summary>409: the upload is not open, or not any more.</summary>
    public static ProblemHttpResult NotOpen(UploadState state) => state switch
    {
        UploadState.Opening => Coded("upload-opening", "The upload is not open yet. Ask for the addresses of its parts first."),
        UploadState.Open => Coded("upload-open", "The upload is open still."),
        UploadState.Completing => Coded("upload-completing", "The upload is being completed. Read it to see how it ends."),
        UploadState.Completed => Coded("upload-completed", "The upload is complete."),
        UploadState.Aborted => Coded("upload-aborted", "The upload was aborted. Start another one."),
        UploadState.Expired => Coded("upload-expired", "The upload was abandoned for too long and has ended. Start another one."),
        _ => Coded("upload-failed", "The upload has failed. Start another one."),
    };

    /// <summary>409: the store does not know the upload any more.</summary>
    public static ProblemHttpResult Lost() => Coded("upload-lost", "The store has lost the parts. Abort the upload and start another one.");

    /// <summary>422: what was sent is not what has arrived.</summary>
    public static ProblemHttpResult Differs(IDictionary<string, string[]> errors)
    {
        var problem = Problems.Invalid(errors);
        problem.ProblemDetails.Extensions["code"] = "parts-differ";
        return problem;
    }

    private static ProblemHttpResult Coded(string code, string detail)
    {
        var problem = Problems.Conflict(detail);
        problem.ProblemDetails.Extensions["code"] = code;
        return problem;
    }
}
