namespace Baton;

/// <summary>Kinds of failure; the numbers are gRPC status codes, and the exit codes of the program.</summary>
public enum ErrorCode
{
    /// <summary>The call was given up.</summary>
    Canceled = 1,

    /// <summary>Anything that no other code names.</summary>
    Unknown = 2,

    /// <summary>The request is wrong.</summary>
    InvalidArgument = 3,

    /// <summary>It took too long; worth another try.</summary>
    DeadlineExceeded = 4,

    /// <summary>The thing does not exist. On a single resource the sync goes on with a warning.</summary>
    NotFound = 5,

    /// <summary>The thing exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The credentials are good but do not allow this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The source is not in a state that allows this.</summary>
    FailedPrecondition = 9,

    /// <summary>A conflict with something that happened at the same time.</summary>
    Aborted = 10,

    /// <summary>Past the end.</summary>
    OutOfRange = 11,

    /// <summary>The connector cannot do this.</summary>
    Unimplemented = 12,

    /// <summary>A bug.</summary>
    Internal = 13,

    /// <summary>The source cannot be reached now; worth another try.</summary>
    Unavailable = 14,

    /// <summary>Data is lost.</summary>
    DataLoss = 15,

    /// <summary>The credentials are missing or wrong.</summary>
    Unauthenticated = 16,
}
