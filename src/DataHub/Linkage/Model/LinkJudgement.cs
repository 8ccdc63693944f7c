namespace DataHub.Linkage.Model;

/// <summary>What a steward has decided about two records. It outranks the model for good.</summary>
/// <param name="A">Place of a record in the list that is linked.</param>
/// <param name="B">Place of the other.</param>
/// <param name="Subject">What they were compared for. The same undertaking is also of the same owner; different persons say nothing of the
/// undertaking.</param>
/// <param name="AreSame">True: they are joined. False: nothing joins them.</param>
public readonly record struct LinkJudgement(int A, int B, LinkSubject Subject, bool AreSame);
