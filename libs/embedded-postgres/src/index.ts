export { runningCluster, startCluster, type Cluster, type ClusterOptions } from './cluster.js'
export { ClusterError, type ClusterProblem } from './cluster-error.js'
export { clusterHome, removeAbandonedHomes, throwawayHome } from './home.js'
