namespace BatonUnix.Files;

/// <summary>What a password field says about the way in; the hash itself is read past.</summary>
enum PasswordState
{
    /// <summary>There is a password.</summary>
    Set,

    /// <summary>None is asked for.</summary>
    Empty,

    /// <summary>No password fits.</summary>
    Locked,

    /// <summary><c>/etc/shadow</c> has the answer.</summary>
    InShadow,
}

/// <summary>Reads password fields.</summary>
static class PasswordStates
{
    /// <summary>The second field of <c>passwd</c>.</summary>
    public static PasswordState OfPasswd(string field) => field == "x" ? PasswordState.InShadow : OfShadow(field);

    /// <summary>The second field of <c>shadow</c>: <c>!</c>, <c>!!</c> and <c>*</c> begin what no password hashes to.</summary>
    public static PasswordState OfShadow(string field) =>
        field.Length == 0 ? PasswordState.Empty : field[0] is '!' or '*' ? PasswordState.Locked : PasswordState.Set;
}
